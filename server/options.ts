import { join, resolve } from 'node:path'
import { type Jurisdiction, jurisdictions } from '@facialis/language'
import { databaseAddress } from '@facialis/record/core/database-address.ts'
import { unknownSetting } from '@facialis/record/core/setting-names.ts'
import { resolveSiteZone } from '@facialis/record/core/site-zone.ts'
import type { HeadsPlace } from './audit/audit-heads.ts'
import type { OpenIdOptions } from './identity/open-id.ts'
import { readOpenIdOptions, readOwnAddress } from './identity/open-id-options.ts'
import { switches } from './settings.ts'

/** What the environment asks for. */
export type Options = Readonly<{
  port: number
  host: string
  folder: string
  /** The PostgreSQL that keeps the record; null for a file in the folder. */
  database: string | null
  demo: boolean
  zone: string
  /** Where the site is, for what labels say there. */
  jurisdiction: Jurisdiction | null
  https: boolean
  /** Our own address as browsers know it. */
  url: string | null
  openId: OpenIdOptions | null
  /** Where signed ends of the audit trail are kept. */
  heads: HeadsPlace
  /** The file in which systems are registered that may ask the CDS services; null: nobody may. */
  cdsClients: string | null
  /** Whether this very machine may ask them without a token. */
  cdsTrial: boolean
  /** The file that names the systems from which Facialis may be opened; null: none. */
  smartIssuersFile: string | null
  logLevel: LogLevel
}>

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
type LogLevel = (typeof logLevels)[number]

/** Reads the environment; a value that makes no sense is one sentence. */
export function readOptions(env: NodeJS.ProcessEnv, root: string): Options | Readonly<{ sentence: string }> {
  const stray = unknownSetting(env)
  if (stray !== null) return { sentence: stray }
  const port = Number(env.PORT || 3000)
  if (!/^\d+$/.test(env.PORT || '3000') || port > 65_535)
    return { sentence: `PORT is a number up to 65535, not "${env.PORT}".` }
  const site = resolveSiteZone(env)
  if ('sentence' in site) return site
  const logLevel = logLevels.find((level) => level === (env.FACIALIS_LOG || 'warn'))
  if (!logLevel) return { sentence: `FACIALIS_LOG is one of ${logLevels.join(', ')}, not "${env.FACIALIS_LOG}".` }
  const named = env.FACIALIS_JURISDICTION || null
  const jurisdiction = jurisdictions.find((place) => place === named) ?? null
  if (jurisdiction === null && named !== null)
    return { sentence: `FACIALIS_JURISDICTION is one of ${jurisdictions.join(', ')}, not "${named}".` }
  const host = env.HOST || '127.0.0.1'
  const said = readOwnAddress(env)
  if (said !== null && typeof said === 'object') return said
  // On this very machine browsers know us by the name that is printed.
  const url = said ?? (isHere(host) && port !== 0 ? `http://localhost:${port}` : null)
  const openId = readOpenIdOptions(env, said)
  if (openId !== null && 'sentence' in openId) return openId
  const data = resolve(root, env.FACIALIS_DATA || 'data')
  const heads = resolve(root, env.FACIALIS_HEADS || join(data, 'audit-heads'))
  const kept = databaseAddress(env)
  if ('sentence' in kept) return kept
  const on = switches(env)
  if ('sentence' in on) return on
  if (on.FACIALIS_CDS_TRIAL && !isHere(host))
    return {
      sentence: `FACIALIS_CDS_TRIAL answers without a token, so it works only on this machine, not with HOST=${host}.`,
    }
  return {
    port,
    host,
    folder: data,
    database: kept.database,
    demo: on.FACIALIS_DEMO ?? false,
    zone: site.zone,
    jurisdiction,
    logLevel,
    // Whoever is reached by https has something in front that speaks it, as this server does not.
    https: on.FACIALIS_HTTPS ?? said?.startsWith('https:') ?? false,
    url,
    openId,
    heads: { folder: heads, keyFile: resolve(root, env.FACIALIS_HEADS_KEY || join(heads, 'key.pem')) },
    cdsClients: env.FACIALIS_CDS_CLIENTS ? resolve(root, env.FACIALIS_CDS_CLIENTS) : null,
    cdsTrial: on.FACIALIS_CDS_TRIAL ?? false,
    smartIssuersFile: env.FACIALIS_SMART_ISSUERS ? resolve(root, env.FACIALIS_SMART_ISSUERS) : null,
  }
}

const isHere = (host: string): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host)
