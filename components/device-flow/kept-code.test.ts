import { expect, it } from 'vitest'
import { codeOfFragment } from '@/components/device-flow/kept-code'

it.each([
  ['#code=JQRM-PMXZ', 'JQRM-PMXZ'],
  ['#code=jqrmpmxz', 'JQRM-PMXZ'],
  ['#code=JQRM-PMXZ&x=1', 'JQRM-PMXZ'],
  ['#code=JQRM-PMX', ''],
  ['#code=JQRM-PMXA', ''],
  ['#code=Call+0800', ''],
  ['#code=%3Cb%3EJQRM', ''],
  ['#main', ''],
  ['', ''],
])('the fragment %j carries the code %j', (fragment, code) => expect(codeOfFragment(fragment)).toBe(code))
