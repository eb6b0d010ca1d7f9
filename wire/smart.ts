/** A system whose people may open Facialis from within it, as the clinic registered it. */
export type SmartIssuer = Readonly<{
  /** The base address of its FHIR server, without a slash at its end. */
  iss: string
  /** What people call it. */
  name: string
  /** By which name it knows us. */
  clientId: string
  /** Where its tokens come from, when that is on another origin than its records. */
  tokenEndpoint: string | null
}>

/** GET /api/smart: all that the page needs of this clinic to look at a record that stays where it is. */
export type SmartSetting = Readonly<{
  issuers: readonly SmartIssuer[]
  clinic: string
  /** The site's calendar day and its time zone. */
  today: string
  zone: string
  /** The site's numbers in force. */
  policy: Readonly<Record<string, number>>
}>
