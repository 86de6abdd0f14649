import { QueryError } from '../errors.ts';

const REFERENCE = 'Please reference your WSDL or the describe call for the appropriate names.';

/** The platform's texts for names that a query gets wrong. */
export function noSuchColumn(fieldName: string, objectName: string): QueryError {
    return new QueryError(
        'INVALID_FIELD',
        `No such column '${fieldName}' on entity '${objectName}'. If you are attempting to use a ` +
            "custom field, be sure to append the '__c' after the custom field name. " +
            REFERENCE
    );
}

export function noSuchObject(name: string): QueryError {
    return new QueryError(
        'INVALID_TYPE',
        `sObject type '${name}' is not supported. If you are attempting to use a custom object, ` +
            `be sure to append the '__c' after the entity name. ${REFERENCE}`
    );
}

/** `place` is `field path` for parents, `FROM part of query call` for children. */
export function noSuchRelationship(name: string, place: string): QueryError {
    return new QueryError(
        'INVALID_FIELD',
        `Didn't understand relationship '${name}' in ${place}. If you are attempting to use a ` +
            "custom relationship, be sure to append the '__r' after the custom relationship name. " +
            REFERENCE
    );
}

export function notPossible(
    fieldName: string,
    verb: 'filtered' | 'sorted' | 'grouped'
): QueryError {
    return new QueryError(
        'INVALID_FIELD',
        `field '${fieldName}' can not be ${verb} in a query call`
    );
}

export function wrongType(fieldName: string, type: string, quoted: boolean): QueryError {
    const quotes = quoted ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
    return new QueryError(
        'INVALID_FIELD',
        `value of filter criterion for field '${fieldName}' must be of type ${type} and ${quotes}`
    );
}

export function unsupported(feature: string): QueryError {
    return new QueryError('UNSUPPORTED_FEATURE', `The local org does not support ${feature}`);
}

export function malformed(message: string): QueryError {
    return new QueryError('MALFORMED_QUERY', message);
}
