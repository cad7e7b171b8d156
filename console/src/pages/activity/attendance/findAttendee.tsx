import type { attendance } from '@common/contract/attendance';
import type { OutputOf } from '@common/contract/endpoint';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { client } from '../../../api/session';
import { useAction } from '../../../hooks/useAction';

export type Attendee = OutputOf<(typeof attendance)['findAttendee']>;

interface Props {
  activityId: string;
  found: Attendee | null;
  onFound: (person: Attendee | null) => void;
}

/** Finds one learner by his whole number, and shows who it is. The number never stands in the address. */
export function FindAttendee({ activityId, found, onFound }: Props) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const find = useAction(
    async () => onFound(await client.attendance.findAttendee({ activityId, person: text.trim() })),
    (error) => {
      setFault(error.message);
      return true;
    },
  );
  return (
    <>
      <form
        className="find-attendee"
        onSubmit={(event) => {
          event.preventDefault();
          setFault(null);
          void find.run();
        }}
      >
        <Input
          value={text}
          maxLength={20}
          autoComplete="off"
          aria-label="人员编号或身份证号"
          placeholder="人员编号（医通卡号）或身份证号"
          onChange={(event) => {
            setText(event.target.value);
            setFault(null);
            // What was found is not about another number.
            onFound(null);
          }}
        />
        <Button htmlType="submit" loading={find.busy} disabled={text.trim().length < 10}>
          查询
        </Button>
      </form>
      {fault && <Alert className="notice" type="warning" showIcon title={fault} />}
      {found && (
        <p className="find-attendee__found">
          <b>{found.name}</b>
          <span className="mono">{found.idNoMasked}</span>
          <span>{found.unitName}</span>
        </p>
      )}
    </>
  );
}
