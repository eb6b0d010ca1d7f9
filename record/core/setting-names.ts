/**
 * Every setting, by its name in the environment; the README tells of each. They stand here, since two of them say where the
 * record is, and nobody opens one by the environment, the server or a command, while a name in it is none of these.
 */
export const settings = [
  'PORT',
  'HOST',
  'FACIALIS_DATA',
  'FACIALIS_DATABASE_URL',
  'FACIALIS_DEMO',
  'FACIALIS_ZONE',
  'FACIALIS_JURISDICTION',
  'FACIALIS_HTTPS',
  'FACIALIS_URL',
  'FACIALIS_OPENID_ISSUER',
  'FACIALIS_OPENID_CLIENT',
  'FACIALIS_OPENID_SECRET',
  'FACIALIS_OPENID_NAME',
  'FACIALIS_OPENID_CLAIM',
  'FACIALIS_SMART_ISSUERS',
  'FACIALIS_CDS_CLIENTS',
  'FACIALIS_CDS_TRIAL',
  'FACIALIS_HEADS',
  'FACIALIS_HEADS_KEY',
  'FACIALIS_LOG',
  'FACIALIS_CHROMIUM',
] as const

export type Setting = (typeof settings)[number]
export type Environment = Readonly<Record<string, string | undefined>>

/** What tests, measurements and our own programs tell each other. A server is started among them, too. */
export const internalVariables: readonly string[] = [
  'FACIALIS_CHARTS',
  'FACIALIS_MUTATE',
  'FACIALIS_PAIRS',
  'FACIALIS_PEOPLE',
  'FACIALIS_PICTURES',
  'FACIALIS_PLACE',
  'FACIALIS_POSTGRES',
  'FACIALIS_SCREENS',
  'FACIALIS_SEED',
  'FACIALIS_SERVER',
  'FACIALIS_SHOW',
  'FACIALIS_TEST_ALL',
]

const known: ReadonlySet<string> = new Set([...settings, ...internalVariables])

/**
 * A name that is no setting, in one sentence; null where there is none. With a slip of the pen in it a setting would be
 * left out without a word: another database, cookies that go unencrypted.
 */
export function unknownSetting(env: Environment): string | null {
  const stray = Object.keys(env).find(
    (name) => name.startsWith('FACIALIS_') && env[name] !== '' && !known.has(name) && !isOfCluster(name, env[name]),
  )
  return stray === undefined ? null : `${stray} is not a setting. The settings are ${settings.join(', ')}.`
}

/**
 * Kubernetes tells every container where each service beside it is, by names that begin with the service's own: of one that is
 * called facialis, as this one will be, they begin like a setting.
 */
const isOfCluster = (name: string, value = ''): boolean =>
  /_SERVICE_(HOST|PORT(_\w+)?)$|_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/.test(name) ||
  (name.endsWith('_PORT') && /^(tcp|udp|sctp):\/\//.test(value))
