/** Running text in which a date is not torn apart at the end of a line. */

const day = /(\d{4}-\d{2}-\d{2})/u

export function Sentence({ text }: { text: string }) {
  return text.split(day).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={at} className="whole">
        {part}
      </span>
    ),
  )
}
