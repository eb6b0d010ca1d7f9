/** Whether an address belongs to the FHIR interface, which speaks in resources, also of what went wrong. */
export const isFhirAddress = (url: string): boolean => /^\/fhir(?:[/?]|$)/.test(url)

/** Clients of others send bundles to the base with a slash at its end, and some write one behind a type: it means nothing. */
export const withoutTrailingSlash = (url: string): string => url.replace(/^(\/fhir(?:\/[^?]*[^/?])?)\/(?=\?|$)/, '$1')
