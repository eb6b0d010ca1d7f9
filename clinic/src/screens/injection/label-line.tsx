import { Text } from '@mantine/core'
import { useMe } from '../../api/queries.ts'
import { passagesOf } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { labelSaid } from './label-said.ts'

type LabelLineProps = Readonly<{ product: string; today: string }>

/** What the label of the chosen product says about hemifacial spasm where the clinic is. */
export function LabelLine({ product, today }: LabelLineProps) {
  const { text, isNotice, passages } = labelSaid(product, useMe().data?.jurisdiction ?? null)
  const source = passages.length > 0 && <PassageButton passages={passagesOf(passages)} today={today} />
  return isNotice ? (
    <Notice tone="notice" title={text} beside={source} />
  ) : (
    <Text size="sm" c="dimmed">
      {text} {source}
    </Text>
  )
}
