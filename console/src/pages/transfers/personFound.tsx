import type { Title } from '@common/terms';
import { TITLES } from '@common/terms';
import type { ReactNode } from 'react';
import { PersonPhoto } from '../../components/personPhoto';

interface Props {
  person: {
    name: string;
    idNoMasked: string;
    title: Title;
    department: string;
    personnelNo: string | null;
  };
  /** What else is to be known of him. */
  note?: ReactNode;
  action?: ReactNode;
}

/** Who a number belongs to. */
export function PersonFound({ person, note, action }: Props) {
  const facts = [
    TITLES[person.title],
    person.department,
    person.personnelNo && `医通卡号 ${person.personnelNo}`,
  ];
  return (
    <div className="person-found">
      <PersonPhoto url={null} name={person.name} size={44} />
      <div className="person-found__words">
        <p>
          <b>{person.name}</b>
          <span className="mono soft">{person.idNoMasked}</span>
        </p>
        <p className="soft">{facts.filter(Boolean).join('，')}</p>
        {note && <p className="faint">{note}</p>}
      </div>
      {action}
    </div>
  );
}
