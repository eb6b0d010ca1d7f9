import { forms } from './forms.ts'

/** Where a form stands, counted from the root. */
export const pageOf = (name: string): string => `spec/every-form/pages/${name}`

/** Every form as a page that is made, not written. */
export const formPages: readonly Readonly<{ path: string; make: () => string }>[] = forms.map(({ name, make }) => ({
  path: pageOf(name),
  make,
}))
