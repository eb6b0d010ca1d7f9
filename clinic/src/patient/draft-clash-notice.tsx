import { Button, Group } from '@mantine/core'
import { useZone } from '../api/queries.ts'
import { Notice } from '../pieces/notice.tsx'
import { timeWords } from '../words/dates.ts'
import classes from './draft-clash-notice.module.css'
import { useDraftClashes } from './draft-clashes.ts'
import { words } from './words.ts'

type DraftClashNoticeProps = Readonly<{ today: string; inDialog?: boolean }>

/** Asks which of two drafts counts. It stays in sight, for it can arise while somebody types far down the page. */
export function DraftClashNotice({ today, inDialog = false }: DraftClashNoticeProps) {
  const zone = useZone()
  const here = useDraftClashes().filter((one) => one.inDialog === inDialog)
  return here.map(({ key, called, saved, take, keep }) => (
    <div key={key} className={classes.stays}>
      <Notice
        tone="caution"
        role="alert"
        title={saved === null ? words.clash.gone(called) : words.clash.open(called, timeWords(saved, { today, zone }))}
        beside={
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={take}>
              {saved === null ? words.clash.afresh : words.clash.take}
            </Button>
            <Button size="compact-sm" variant="default" onClick={keep}>
              {words.clash.keep}
            </Button>
          </Group>
        }
      >
        {saved === null ? words.clash.goneText : words.clash.text}
      </Notice>
    </div>
  ))
}
