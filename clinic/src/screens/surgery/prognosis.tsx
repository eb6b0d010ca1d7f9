import type { PlainValue } from '@facialis/wire'
import { lateralSpread, passagesIn } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { words } from './words.ts'

/** What the lateral spread response at the end says about the odds, with the source that doubts it. */
export function Prognosis({ lsr, today }: Readonly<{ lsr: PlainValue | undefined; today: string }>) {
  if (lsr !== 'gone' && lsr !== 'present') return null
  const { atDischarge, atOneYear } = lateralSpread[lsr]
  return (
    <Notice tone="notice" title={words.operation.prognosis}>
      {words.operation.lsr[lsr](atDischarge.toFixed(1), atOneYear.toFixed(1))}{' '}
      <PassageButton passages={passagesIn(lateralSpread.because)} today={today} />
    </Notice>
  )
}
