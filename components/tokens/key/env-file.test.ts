import { expect, it } from 'vitest'
import { envFile } from '@/components/tokens/key/env-file'

it('has the key and the address of the server as settings', () => {
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
])('of %s is called %s: a name that leads nowhere else', (name, file) => {
  expect(envFile(name, 'lkp_x', 'https://keys.example.com').name).toBe(file)
})
