import type { PlainValue } from '@facialis/wire'
import { passagesOf } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { words } from './words.ts'

/** What the lateral spread response at the end says about the odds, with the source that doubts it. */
export function Prognosis({ lsr, today }: Readonly<{ lsr: PlainValue | undefined; today: string }>) {
  const text = words.operation.lsr[String(lsr)]
  return text === undefined ? null : (
    <Notice tone="notice" title={words.operation.prognosis}>
      {text} <PassageButton passages={passagesOf(['K92', 'K92a', 'K93'])} today={today} />
    </Notice>
  )
}
