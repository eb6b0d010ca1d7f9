import type { Kysely } from 'kysely'
import type { Method } from './resource.ts'

/**
 * The tables. Keys start with `tenant_id`, then with `patient_id` where a row belongs to one patient for its whole life,
 * so that a distributed database can keep one patient's rows together. `patient_id` is '' for what is nobody's.
 * Columns are text, integer or bytes only. Booleans are 0 or 1, instants are UTC text with milliseconds.
 */
export type Schema = {
  schema_version: { version: number; applied: string }

  /** Every version of every resource. Append-only. */
  resource_version: {
    tenant_id: string
    patient_id: string
    type: string
    id: string
    version: number
    method: Method
    last_updated: string
    /** The audit event that wrote it. */
    seq: number
    act_id: string
    /** '' for a tombstone. */
    json: string
    salt: string
    /** SHA-256 of salt followed by json. */
    hash: string
  }
  /** The address book: for each address its newest version and whose it is. Derived from `resource_version`. */
  resource_current: {
    tenant_id: string
    type: string
    id: string
    patient_id: string
    version: number
    deleted: number
    seq: number
    /** Names this version in the search index: see `numberOf`. */
    number: number
  }
  /** Search values of current resources, by their numbers. Derived; `reindex` rebuilds it. */
  search_value: { tenant_id: string; parameter: number; value: string; number: number }

  /** The hash chain. Append-only. `aside` holds personal or free text next to the chain, which only holds its hash. */
  audit: {
    tenant_id: string
    seq: number
    event: string
    aside: string | null
    prev: string
    hash: string
  }
  /** Which audit events concern `patient/<id>` or `actor/<id>`. */
  audit_subject: { tenant_id: string; subject: string; seq: number }
  /** What was advised, on which input, by which pathway and policy. Append-only. */
  decision: {
    tenant_id: string
    patient_id: string
    id: string
    seq: number
    act_id: string
    at: string
    pathway: string
    pathway_version: string
    input: string
    policy: string
    advice: string
  }
  /** Acts already answered, by the caller's idempotency key. */
  answered: { tenant_id: string; actor_id: string; key: string; body_hash: string; seq: number; at: string }

  account: {
    tenant_id: string
    id: string
    login: string
    display_name: string
    password_hash: string | null
    roles: string
    disabled: number
    created: string
  }
  /** Whom another sign-in names, by the account it stands for. */
  identity: { tenant_id: string; issuer: string; subject: string; account_id: string; created: string }
  passkey: {
    tenant_id: string
    id: string
    account_id: string
    name: string
    public_key: string
    counter: number
    transports: string
    created: string
    last_used: string | null
  }
  session: {
    tenant_id: string
    token_hash: string
    account_id: string
    created: string
    last_seen: string
    expires: string
  }
  /** One patient's record, opened in an emergency by somebody who otherwise may not: why, how long, and what was said of it. */
  opening: {
    tenant_id: string
    patient_id: string
    id: string
    account_id: string
    session_id: string
    cause: string
    words: string
    opened: string
    expires: string
    ended: string | null
    ended_by: string | null
    verdict: string | null
    note: string | null
    reviewed: string | null
    reviewer_id: string | null
  }
  draft: { tenant_id: string; account_id: string; key: string; json: string; updated: string; version: number }
  link: {
    tenant_id: string
    token_hash: string
    purpose: string
    subject: string
    created: string
    expires: string
    used: string | null
  }
  attachment: {
    tenant_id: string
    id: string
    patient_id: string
    subject: string
    name: string
    media_type: string
    size: number
    sha256: string
    created: string
    bytes: Uint8Array
  }
  /** What was shown and may not be shown again before it expires. */
  nonce: { tenant_id: string; name_hash: string; expires: string }
  /** What other systems tell of what they were shown. `taken` counts suggestions that were taken. */
  feedback: {
    tenant_id: string
    service: string
    client: string
    card: string
    outcome: string
    at: string
    reason_system: string | null
    reason_code: string | null
    comment: string | null
    taken: number
    received: string
  }
  /** When somebody guessed, lately, by the hash of what is counted: `times` is a list of instants. */
  guess: { tenant_id: string; name_hash: string; times: string; expires: string }
  /** How often somebody tried to sign in under a name that is nobody's, by the hour. */
  unknown_name: { tenant_id: string; hour: string; name_hash: string; tries: number }
  setting: { tenant_id: string; key: string; json: string; updated: string }
}

export type Db = Kysely<Schema>
