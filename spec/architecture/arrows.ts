/** What one room may lean on. */
export type Room = {
  /** Rooms of ours it may import, in any file, tests included. */
  readonly mayImport: readonly string[]
  /** Whether its sources (tests aside) must run in a browser too, so that they may not import Node's own modules. */
  readonly runsInBrowser: boolean
}

const room = (mayImport: readonly string[], where: 'anywhere' | 'node'): Room => ({
  mayImport,
  runsInBrowser: where === 'anywhere',
})

/** The whole house. A room that is not named here may not exist; an arrow that is not drawn here fails the build. */
export const arrows: Readonly<Record<string, Room>> = {
  language: room([], 'anywhere'),
  knowledge: room(['language'], 'anywhere'),
  engine: room(['language'], 'anywhere'),
  fhir: room(['language'], 'anywhere'),
  record: room([], 'node'),
  // What travels between server and clinic: docs/decisions/0001-wire-room.md.
  wire: room(['language'], 'anywhere'),
  server: room(['knowledge', 'language', 'engine', 'fhir', 'record', 'wire'], 'node'),
  cli: room(['knowledge', 'language', 'engine', 'fhir', 'record'], 'node'),
  clinic: room(['knowledge', 'language', 'engine', 'fhir', 'wire'], 'anywhere'),
}

/** Folders outside the house: they may look into any room, and no room may look into them. */
export const outside: readonly string[] = ['spec', 'bench', 'trials', 'scripts']
