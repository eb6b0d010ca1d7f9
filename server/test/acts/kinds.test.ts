import { hemifacialSpasm } from '@facialis/knowledge'
import { mayState } from '@facialis/wire'
import { expect, it } from 'vitest'
import { kindRules } from '../../acts/kinds.ts'

const { facts, screens, entries } = hemifacialSpasm
const kinds = Object.values(kindRules)

it('whatever the pathway asks can be recorded by an act of some kind', () => {
  const unrecorded = [
    ...facts.filter(({ id }) => !kinds.some((kind) => mayState(kind.facts, id))),
    ...screens.filter(({ id }) => !kinds.some((kind) => kind.screens.includes(id))),
    ...entries.filter(({ id }) => !kinds.some((kind) => kind.entries.includes(id))),
  ]
  expect(unrecorded.map(({ id }) => id)).toEqual([])
})
