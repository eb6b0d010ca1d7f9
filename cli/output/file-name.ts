/** Words with hyphens, so that every system can keep the file; empty where a name has no letter of a to z. */
export const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
