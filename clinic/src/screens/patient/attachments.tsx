import type { AttachmentInfo } from '@facialis/wire'
import { Anchor } from '@mantine/core'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import classes from './patient.module.css'
import { words } from './words.ts'

/** Files that came with the referral or were added since. */
export function Attachments({ files }: Readonly<{ files: readonly AttachmentInfo[] }>) {
  if (files.length === 0) return null
  return (
    <Panel title={words.attachments}>
      <ul className={classes.list}>
        {files.map((file) => (
          <li key={file.id}>
            <Anchor href={`/api/attachments/${encodeURIComponent(file.id)}`}>{file.name}</Anchor>{' '}
            <span className={classes.soft}>
              {dateWords(file.at)}, {words.size(Math.ceil(file.size / 1024))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
