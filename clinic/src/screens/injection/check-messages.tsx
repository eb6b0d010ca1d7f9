import { passagesOf } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import type { Check } from './checks.ts'

type ToldChecksProps = Readonly<{ checks: readonly Check[]; today: string }>

/** What does not hold the signature but is said before it: what asks for a reason, and what is only told. */
export const CheckMessages = ({ checks, today }: ToldChecksProps) =>
  checks
    .filter(({ level }) => level !== 'stop')
    .map(({ level, text, passages }) => (
      <Notice
        key={text}
        tone={level === 'reason' ? 'caution' : 'notice'}
        title={text}
        beside={passages.length > 0 && <PassageButton passages={passagesOf(passages)} today={today} />}
      />
    ))
