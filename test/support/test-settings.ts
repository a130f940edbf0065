import { settingNames } from '@/lib/base/env'

// Nothing of the environment in which the tests are started reaches them.
for (const name of settingNames) Reflect.deleteProperty(process.env, name)

process.env['LATCHKEY_SECRET'] = 'a-secret-that-is-for-tests-alone-0123456789'
process.env['LOG_LEVEL'] = 'silent'
// Tests come from one address; the limit has tests of its own.
process.env['ADDRESS_LIMIT_PER_MINUTE'] = '1000000'
