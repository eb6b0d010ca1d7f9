import { hemifacialSpasm } from '@facialis/knowledge'

/** What stands above statements: what they are, of which version, and who stands behind it. */
export const sqlHeading = (title: string, what: string): string =>
  [
    `-- ${hemifacialSpasm.title}: ${what}, for ${title}.`,
    `-- Pathway ${hemifacialSpasm.id} ${hemifacialSpasm.version}: ${hemifacialSpasm.status}.`,
  ].join('\n')
