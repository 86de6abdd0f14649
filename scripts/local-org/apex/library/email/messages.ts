import { execution } from '../../execution.ts';
import { ApexException, exceptionType } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { beanClass } from '../platform/beans.ts';
import type { Bean } from '../platform/beans.ts';
import { platformClass } from '../registry.ts';

const RESULT = platformType('Messaging.SendEmailResult');
const ERROR = platformType('Messaging.SendEmailError');

beanClass('Messaging.SingleEmailMessage', { SaveAsActivity: true, UseSignature: true });
beanClass('Messaging.EmailFileAttachment', { Inline: false });

/** Messaging.SendEmailResult: the local org takes every message that has a recipient. */
class SendEmailResult extends PlatformObject {
    readonly $type = RESULT;

    isSuccess(): boolean {
        return true;
    }

    getErrors(): ApexList {
        return new ApexList(ERROR);
    }

    get Success(): boolean {
        return this.isSuccess();
    }

    get Errors(): ApexList {
        return this.getErrors();
    }
}

/** Messages that the transaction has sent, for tests and for the org to show. */
export function sentEmails(): Bean[] {
    return execution().slot<Bean[]>('emails', () => []);
}

function sendEmail(messages: ApexList): ApexList {
    const current = execution();
    current.limits.use('emailInvocations');
    current.hasUncommittedWork = true;
    const mails = messages.toArray() as Bean[];
    mails.forEach((mail, index) => requireRecipient(mail, index));
    sentEmails().push(...mails);
    const results = mails.map(() => new SendEmailResult());
    return new ApexList(RESULT, results);
}

function requireRecipient(mail: Bean, index: number): void {
    const lists = ['ToAddresses', 'CcAddresses', 'BccAddresses'].map((name) => mail.value(name));
    const hasAddress = lists.some((list) => list instanceof ApexList && !list.isEmpty());
    if (hasAddress || mail.value('TargetObjectId') !== null) {
        return;
    }
    throw new ApexException(
        exceptionType('System.EmailException'),
        `SendEmail failed. First exception on row ${index}; first error: REQUIRED_FIELD_MISSING, ` +
            'Add a recipient to send an email.: []'
    );
}

platformClass('Messaging.SendEmailResult', { class: SendEmailResult, type: RESULT });
platformClass('System.Messaging', {
    statics: {
        sendEmail,
        /** Only counts: the local org has no daily limit. */
        reserveSingleEmailCapacity: (_amount: number) => undefined,
        reserveMassEmailCapacity: (_amount: number) => undefined
    }
});
