import * as z from 'zod/mini'
import type { Endpoints, Output } from './endpoint.ts'
import { named, noted } from './schema-notes.ts'

/** `online_access` lasts as long as somebody is signed in there, `offline_access` beyond that. */
export const lastingAccesses = ['online_access', 'offline_access'] as const

const issuer = named(
  'SmartIssuer',
  z.object({
    iss: noted('The base address of its FHIR server, without a slash at its end.', z.string()),
    name: noted('What people call it.', z.string()),
    clientId: noted('By which name it knows us.', z.string()),
    tokenEndpoint: noted(
      'Where its tokens come from, when that is on another origin than its records.',
      z.nullable(z.string()),
    ),
    lastingAccess: noted(
      'The scope by which access is asked for that can be renewed; null where the clinic does not want it.',
      z.nullable(z.enum(lastingAccesses)),
    ),
    framedBy: noted(
      'Pages that may show ours inside them, by their origins; none where a window of its own is wanted.',
      z.array(z.string()),
    ),
  }),
  'A system whose people may open Facialis from within it, as the clinic registered it.',
)
/** A system whose people may open Facialis from within it, as the clinic registered it. */
export type SmartIssuer = Output<typeof issuer>

const setting = named(
  'SmartSetting',
  z.object({
    issuers: z.array(issuer),
    clinic: z.string(),
    today: noted('The site’s calendar day …', z.string()),
    zone: noted('… and its time zone.', z.string()),
    policy: noted('The site’s numbers in force; none where no system is registered.', z.record(z.string(), z.number())),
  }),
)
/** All that the page needs of this clinic to look at a record that stays where it is. */
export type SmartSetting = Output<typeof setting>

export const smartApi = {
  'GET /api/smart': {
    name: 'readSmart',
    does: 'Returns the settings needed by the page that opens inside another system (SMART on FHIR).',
    gives: setting,
  },
} as const satisfies Endpoints
