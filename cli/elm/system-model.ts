/** The types that CQL itself brings, as the CQL specification names them; the translator asks for them as a model. */
type Member = readonly [name: string, type: string]

const simple = (name: string): string =>
  `<typeInfo xsi:type="SimpleTypeInfo" name="System.${name}"${name === 'Any' ? '' : ' baseType="System.Any"'}/>`

const structured = (name: string, base: string, members: readonly Member[]): string =>
  `<typeInfo xsi:type="ClassInfo" name="System.${name}" baseType="System.${base}">${members.map(member).join('')}</typeInfo>`

const member = ([name, type]: Member): string => {
  const listed = /^List<(.+)>$/.exec(type)?.[1]
  return listed === undefined
    ? `<element name="${name}" type="System.${type}"/>`
    : `<element name="${name}"><typeSpecifier xsi:type="ListTypeSpecifier" elementType="System.${listed}"/></element>`
}

const vocabulary: readonly Member[] = [
  ['id', 'String'],
  ['version', 'String'],
  ['name', 'String'],
]

export const systemModel = `<?xml version="1.0" encoding="UTF-8"?>
<modelInfo xmlns="urn:hl7-org:elm-modelinfo:r1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  name="System" version="1.0.0" url="urn:hl7-org:elm-types:r1">
${['Any', 'Boolean', 'Integer', 'Long', 'Decimal', 'String', 'Date', 'DateTime', 'Time'].map(simple).join('\n')}
${structured('Quantity', 'Any', [
  ['value', 'Decimal'],
  ['unit', 'String'],
])}
${structured('Ratio', 'Any', [
  ['numerator', 'Quantity'],
  ['denominator', 'Quantity'],
])}
${structured('Code', 'Any', [
  ['code', 'String'],
  ['system', 'String'],
  ['version', 'String'],
  ['display', 'String'],
])}
${structured('Concept', 'Any', [
  ['codes', 'List<Code>'],
  ['display', 'String'],
])}
${structured('Vocabulary', 'Any', vocabulary)}
${structured('ValueSet', 'Vocabulary', vocabulary)}
${structured('CodeSystem', 'Vocabulary', vocabulary)}
</modelInfo>
`
