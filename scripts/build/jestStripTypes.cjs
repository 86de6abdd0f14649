const { createHash } = require('node:crypto');
const { stripTypeScriptTypes } = require('node:module');

/** Jest transformer: erases types as Node itself does, so tests run the code that ships. */
module.exports = {
    process: (source) => ({ code: stripTypeScriptTypes(source) }),
    getCacheKey: (source) => createHash('sha256').update(source).digest('hex')
};
