import { expect, it } from 'vitest'
import { envFile } from '@/components/tokens/key/env-file'

it('writes the key and the server URL as settings', () => {
  expect(envFile('ci', 'lkp_x', 'https://keys.example.com').content).toBe(
    '# ci\nLATCHKEY_URL=https://keys.example.com\nLATCHKEY_TOKEN=lkp_x\n',
  )
})

it.each([
  ['weather-station', 'weather-station.env'],
  ['roof sensor', 'roof-sensor.env'],
  ['../../.bashrc', 'bashrc.env'],
  ['a/b\\c:d', 'a-b-c-d.env'],
  ['温度计', '温度计.env'],
  ['…', 'token.env'],
])('names the file for %s safely: %s', (name, file) => {
  expect(envFile(name, 'lkp_x', 'https://keys.example.com').name).toBe(file)
})
