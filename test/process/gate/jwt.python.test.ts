import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
import { PASSWORD, remoteApi } from '@/test/support/servers/remote-api'
import { startForTest } from '@/test/support/servers/start-for-test'

/** Verifies a token with PyJWT and with Authlib, using only the key set, and prints the subject that each found. */
const PROGRAM = `
import json, sys
import jwt
from authlib.jose import JsonWebKey, JsonWebToken
given = json.load(sys.stdin)
origin, alg = given["origin"], given["alg"]
kid = jwt.get_unverified_header(given["token"])["kid"]
key = next(key for key in jwt.PyJWKSet.from_dict(given["jwks"]).keys if key.key_id == kid)
first = jwt.decode(given["token"], key.key, algorithms=[alg], audience=origin, issuer=origin)
options = {name: {"essential": True, "value": origin} for name in ("iss", "aud")}
second = JsonWebToken([alg]).decode(given["token"], JsonWebKey.import_key_set(given["jwks"]), claims_options=options)
second.validate()
print(json.dumps([first["sub"], second["sub"]]))
`

/** The folders of the libraries, wherever the test run found them. */
const PYTHONPATH = ['PYJWT_PATH', 'AUTHLIB_PATH']
  .map((setting) => path.dirname(path.dirname(process.env[setting] ?? '')))
  .join(path.delimiter)

it.each(['EdDSA', 'ES256', 'RS256'])(
  'PyJWT and Authlib verify an access token signed with %s from the served key set alone',
  async (alg) => {
    const { origin } = await startForTest({ env: { JWT_ALGORITHM: alg } })
    await remoteApi(origin).newPerson('ada')
    const created = await remoteApi(origin).post('/api/v1/auth/jwt/create', { username: 'ada', password: PASSWORD })
    const { access, user } = created.json()
    const jwks = (await remoteApi(origin).get('/.well-known/jwks.json')).json()
    const input = JSON.stringify({ token: access, jwks, origin, alg })
    const { stdout, stderr } = spawnSync('python3', ['-c', PROGRAM], {
      input,
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH },
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual([user.id, user.id])
  },
)
