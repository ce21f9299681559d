/** A recording is heard where it stands; what is no sound shows nothing here. */
import type { FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import { refTitle } from './display.ts'

const sound = /\.(?:mp3|wav|ogg|opus|m4a|aac|flac|webm)$/iu

export function Player(props: { field: FieldMeta; file: string; refs: RefTitles }) {
  const { field, file, refs } = props
  if (file === '' || !sound.test(refTitle(field, file, refs))) return null
  return (
    <audio
      className="cell-player"
      controls
      preload="none"
      src={`/api/files/${file}`}
      aria-label={field.label}
    />
  )
}
