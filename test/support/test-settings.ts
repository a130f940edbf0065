import { settingNames } from '@/lib/base/env'

// Removes all settings of the environment that the tests are started from.
const ofProviders = Object.keys(process.env).filter((name) => name.startsWith('PROVIDER_'))
for (const name of [...settingNames, ...ofProviders]) Reflect.deleteProperty(process.env, name)

process.env['LATCHKEY_SECRET'] = 'a-secret-that-is-for-tests-alone-0123456789'
process.env['LOG_LEVEL'] = 'silent'
// All tests come from one address. Dedicated tests cover the limit.
process.env['ADDRESS_LIMIT_PER_MINUTE'] = '1000000'
