import { expect, it } from 'vitest'
import { contracts } from '@/lib/edge/contracts'
import { exampleBodyOf } from '@/lib/edge/openapi/example-body-of'

const withBody = contracts.flatMap((contract) =>
  contract.body === undefined ? [] : [{ name: `${contract.method} ${contract.path}`, body: contract.body }],
)

it.each(withBody)('$name accepts the example in its description', ({ body }) => {
  const example = exampleBodyOf(body)
  expect(body.safeParse(example)).toMatchObject({ success: true })
  expect(JSON.stringify(example)).not.toContain("'")
})
