import { forms } from './forms.ts'
import { found } from './found.ts'
import { takes } from './takes/all.ts'

const pageOf = (name: string): string => `spec/every-form/pages/${name}`

/** Every form as a page that is made, not written. */
export const formPages: readonly Readonly<{ path: string; make: () => string }>[] = [...forms, ...found, ...takes].map(
  ({ name, make }) => ({
    path: pageOf(name),
    make,
  }),
)
