import { Button, Input } from 'antd';
import { Icon } from '../../../components/icon';
import type { Attendee } from '../attendance/findAttendee';

/** One to be credited by hand, and why he could not be scanned. */
export type ManualPerson = Attendee & { reason: string };

interface Props {
  persons: readonly ManualPerson[];
  /** What the server has against one of them. */
  fault: { index: number; text: string } | null;
  onChange: (persons: ManualPerson[]) => void;
}

/** The list of 手工授分, each with a reason that the authority reads. */
export function ManualPersons({ persons, fault, onChange }: Props) {
  const set = (learnerId: string, reason: string) =>
    onChange(persons.map((person) => (person.learnerId === learnerId ? { ...person, reason } : person)));
  return (
    <ul className="manual__persons" aria-label="手工授分人员">
      {persons.map(({ learnerId, name, idNoMasked, unitName, reason }, index) => (
        <li key={learnerId}>
          <div>
            <b>{name}</b>
            <span className="mono faint">{idNoMasked}</span>
            <div className="cell-sub">{unitName}</div>
          </div>
          <div>
            <Input
              value={reason}
              maxLength={200}
              aria-label={`${name}的原因`}
              placeholder="原因，例如：线上培训，已核对学习记录"
              status={fault?.index === index ? 'error' : undefined}
              onChange={({ target }) => set(learnerId, target.value)}
            />
            {fault?.index === index && (
              <p className="manual__fault" role="alert">
                {fault.text}
              </p>
            )}
          </div>
          <Button
            type="text"
            aria-label={`移除${name}`}
            icon={<Icon name="close" size={16} />}
            onClick={() => onChange(persons.filter((person) => person.learnerId !== learnerId))}
          />
        </li>
      ))}
    </ul>
  );
}
