import { Link } from 'react-router';
import { Icon } from '../../components/icon';
import type { Step } from './steps';

/** The steps of an activity as a line; colour and word both say where each stands. */
export function StepLine({ steps }: { steps: Step[] }) {
  return (
    <ol className="steps card" aria-label="活动进度">
      {steps.map((step, index) => (
        <li key={step.name} className={`steps__step steps__step--${step.tone}`}>
          <span className="steps__dot">
            {step.tone === 'done' ? <Icon name="check" size={15} /> : index + 1}
          </span>
          <span className="steps__words">
            <b>{step.to ? <Link to={step.to}>{step.name}</Link> : step.name}</b>
            <span>{step.note}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
