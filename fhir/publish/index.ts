/** A pathway as FHIR resources and as a FHIR package. What is passed in: who stands behind it, and its CQL. */
export { checkResources } from './check-resources.ts'
export type { Standing } from './described.ts'
export type { LibraryText } from './libraries.ts'
export { type PackageFile, packageFiles, publishedResources } from './package.ts'
