/** Shows a file over the page: picture, PDF, text, words of a document; and the way to save it. */
import { useT } from '#ui/base/house.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { IconDownload, IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import './file-preview.css'
import type { PreviewKind } from './preview-kind.ts'

/** What of a text is shown; the rest is read in the file itself. */
const mostCharacters = 200_000

interface FilePreviewProps {
  id: string
  name: string
  kind: PreviewKind
  onClose: () => void
}

export function FilePreview({ id, name, kind, onClose }: FilePreviewProps) {
  const t = useT()
  const address = `/api/files/${id}`
  return (
    <Modal
      open
      centered
      width="min(1100px, 96vw)"
      title={name}
      onCancel={onClose}
      footer={
        <>
          <Button href={address} target="_blank" icon={<IconExternalLink size={16} aria-hidden />}>
            {t('Open in a new tab')}
          </Button>
          <Button
            type="primary"
            href={address}
            download={name}
            icon={<IconDownload size={16} aria-hidden />}
          >
            {t('Download')}
          </Button>
        </>
      }
    >
      <div className="file-preview">
        {kind === 'picture' && <img src={address} alt={name} />}
        {kind === 'pdf' && <iframe src={address} title={name} />}
        {kind === 'text' && <TextPreview address={address} />}
        {kind === 'office' && <TextPreview address={`${address}/text`} />}
      </div>
    </Modal>
  )
}

function TextPreview({ address }: { address: string }) {
  const t = useT()
  const text = useQuery({
    queryKey: ['file-text', address],
    queryFn: async () => {
      const answer = await fetch(address, { credentials: 'same-origin' })
      return answer.ok ? answer.text() : null
    },
  })
  if (text.isPending) return <Waiting />
  if (typeof text.data !== 'string') return <p>{t('This file cannot be shown here.')}</p>
  return <pre>{text.data.slice(0, mostCharacters)}</pre>
}
