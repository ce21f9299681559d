/** Says that something is on its way, without jumping about when it is quick. */
import './waiting.css'

export function Waiting() {
  return (
    <div className="waiting" role="status" aria-busy="true">
      <span className="waiting-bar" />
    </div>
  )
}
