import type { AttachmentInfo } from '@facialis/wire'
import { clipKinds } from '@facialis/wire'
import { Button, Modal } from '@mantine/core'
import { ImageIcon, PaperclipIcon, VideoIcon } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../api/client.ts'
import { useMe, useZone } from '../../api/queries.ts'
import { dateWords, dayOfInstant } from '../../words/dates.ts'
import { AttachClip } from './attach-clip.tsx'
import classes from './clips.module.css'
import { WithdrawClip } from './withdraw-clip.tsx'
import { words } from './words.ts'

type ClipsProps = Readonly<{ patientId: string; files: readonly AttachmentInfo[] }>

const isVideo = (file: AttachmentInfo): boolean => file.mediaType.startsWith('video/')

/** Videos and photos of the person: opened by who may, one press each, and told in the audit trail. Never analysed. */
export function Clips({ patientId, files }: ClipsProps) {
  const zone = useZone()
  const may = useMe().data?.attaches ?? false
  const [shown, setShown] = useState<AttachmentInfo | null>(null)
  const [withdrawing, setWithdrawing] = useState<AttachmentInfo | null>(null)
  const [adding, setAdding] = useState(false)
  const clips = files.filter((file) => clipKinds.includes(file.mediaType))
  if (clips.length === 0 && !may) return null
  return (
    <div className={classes.clips}>
      {clips.length > 0 && (
        <ul className={classes.list} aria-label={words.clips.title}>
          {clips.map((clip) => (
            <li key={clip.id} className={classes.clip}>
              {isVideo(clip) ? <VideoIcon size={18} aria-hidden /> : <ImageIcon size={18} aria-hidden />}
              <span>
                {clip.name.replace(/,[^,]*$/, '')}{' '}
                <span className={classes.soft}>{dateWords(dayOfInstant(clip.at, zone))}</span>
              </span>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setShown(clip)}
                aria-label={words.clips.openOne(clip.name)}
              >
                {words.clips.open}
              </Button>
              {may && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => setWithdrawing(clip)}
                  aria-label={words.clips.withdrawOne(clip.name)}
                >
                  {words.clips.withdraw}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && !adding && (
        <Button
          size="xs"
          variant="default"
          leftSection={<PaperclipIcon size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {words.clips.attach}
        </Button>
      )}
      {adding && <AttachClip patientId={patientId} onEnd={() => setAdding(false)} />}
      {withdrawing !== null && (
        <WithdrawClip patientId={patientId} clip={withdrawing} onEnd={() => setWithdrawing(null)} />
      )}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={shown?.name}
        size="xl"
        closeButtonProps={{ 'aria-label': words.clips.close }}
      >
        {shown !== null && (
          <Viewer
            clip={shown}
            address={addressOf('/api/patients/:id/attachments/:file', { params: { id: patientId, file: shown.id } })}
          />
        )}
      </Modal>
    </div>
  )
}

const Viewer = ({ clip, address }: Readonly<{ clip: AttachmentInfo; address: string }>) =>
  isVideo(clip) ? (
    // biome-ignore lint/a11y/useMediaCaption: a face that moves; nobody wrote down what is said
    <video className={classes.viewer} src={address} controls loop playsInline aria-label={clip.name} />
  ) : (
    <img className={classes.viewer} src={address} alt={clip.name} />
  )
