import { envValue } from '@/components/tokens/key/quote'

interface EnvFile {
  name: string
  content: string
}

/** Builds an environment file with a token's key and the URL of its server, named after the token. */
export function envFile(tokenName: string, key: string, appOrigin: string): EnvFile {
  const stem = tokenName
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return {
    name: `${stem === '' ? 'token' : stem}.env`,
    content: `# ${tokenName.replace(/\s/g, ' ')}\nLATCHKEY_URL=${envValue(appOrigin)}\nLATCHKEY_TOKEN=${envValue(key)}\n`,
  }
}
