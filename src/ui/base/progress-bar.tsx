/** How far a long work has come. */
import './progress-bar.css'

interface ProgressBarProps {
  /** 0 to 100, whole. */
  percent: number
  label: string
  /** Also as a figure beside the bar. */
  isTold?: boolean
  className?: string
}

export function ProgressBar({ percent, label, isTold, className = '' }: ProgressBarProps) {
  return (
    <div className={`progress ${className}`}>
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className="progress-done" style={{ inlineSize: `${percent}%` }} />
      </div>
      {isTold && <span className="progress-figure">{percent}%</span>}
    </div>
  )
}
