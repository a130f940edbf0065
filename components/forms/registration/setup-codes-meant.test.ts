import { expect, it } from 'vitest'
import { setupCodesMeant } from '@/components/forms/registration/setup-codes-meant'

it('accepts the printed code unchanged', () => {
  expect(setupCodesMeant('ABCDE-FGHJK-LMNPQ-RS234')).toEqual(['ABCDE-FGHJK-LMNPQ-RS234'])
})

it.each(['abcde-fghjk-lmnpq-rs234', 'ABCDEFGHJKLMNPQRS234', 'abcdefghjk-LMNPQrs234'])(
  'reads %s as the printed code first, and then as typed',
  (typed) => {
    expect(setupCodesMeant(typed)).toEqual(['ABCDE-FGHJK-LMNPQ-RS234', typed])
  },
)

it.each(['a-code-of-the-operator', 'abcde-fghjk-lmnpq-rs23', 'abcde-fghjk-lmnpq-rs234-x', 'abcde-fghjk-lmnpq-rs100'])(
  'leaves %s unchanged, because no printed code looks like it',
  (typed) => {
    expect(setupCodesMeant(typed)).toEqual([typed])
  },
)
