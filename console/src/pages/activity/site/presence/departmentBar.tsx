import type { Presence } from './presenceCard';

interface Props extends Pick<Presence, 'departments'> {
  chosen: string;
  /** An empty name is everybody. */
  onChoose: (name: string) => void;
}

/** The rest is in the list of 科室 below. */
const MOST = 12;

/** The largest 科室 and units, each with how many of theirs are here; one tap lists its people. */
export function DepartmentBar({ departments, chosen, onChoose }: Props) {
  if (departments.length < 2) {
    return null;
  }
  return (
    <ul className="department-bar" aria-label="各科室在场人数">
      {departments.slice(0, MOST).map(({ name, here, expected }) => (
        <li key={name}>
          <button
            type="button"
            aria-pressed={name === chosen}
            onClick={() => onChoose(name === chosen ? '' : name)}
          >
            {name}{' '}
            <b className={here === expected ? 'department-bar__full' : undefined}>
              {here}/{expected}
            </b>
          </button>
        </li>
      ))}
    </ul>
  );
}
