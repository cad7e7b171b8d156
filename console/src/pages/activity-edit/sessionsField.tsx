import { Button, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { Icon } from '../../components/icon';
import type { Session } from './plannedPeriods';

/** The usual sessions of a day. */
const USUAL: { label: string; session: Session }[] = [
  { label: '上午', session: ['08:00', '12:00'] },
  { label: '下午', session: ['14:00', '18:00'] },
  { label: '晚上', session: ['19:00', '21:00'] },
  { label: '全天', session: ['08:00', '18:00'] },
];
const MOST = 6;

interface Props {
  sessions: readonly Session[];
  onChange: (sessions: Session[]) => void;
}

const inOrder = (sessions: Session[]) => sessions.sort((a, b) => (a.join() < b.join() ? -1 : 1));
const time = (text: string) => dayjs(`2000-01-01T${text}`);

/** 每天的场次: one or more times of a day. */
export function SessionsField({ sessions, onChange }: Props) {
  return (
    <div className="sessions">
      {sessions.map((session, index) => (
        <div key={session.join()} className="sessions__one">
          <TimePicker.RangePicker
            value={[time(session[0]), time(session[1])]}
            format="HH:mm"
            minuteStep={5}
            allowClear={false}
            order={false}
            needConfirm={false}
            onChange={(range) => {
              const [from, to] = range ?? [];
              if (from && to) {
                const next: Session = [from.format('HH:mm'), to.format('HH:mm')];
                const others = sessions.filter((one, at) => at !== index && one.join() !== next.join());
                onChange(inOrder([...others, next]));
              }
            }}
          />
          <Button
            type="text"
            aria-label={`去掉第${index + 1}场`}
            icon={<Icon name="close" size={15} />}
            disabled={sessions.length === 1}
            onClick={() => onChange(sessions.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div className="sessions__usual">
        {USUAL.map(({ label, session }) => (
          <Button
            key={label}
            size="small"
            disabled={sessions.length >= MOST || sessions.some((one) => one.join() === session.join())}
            onClick={() => onChange(inOrder([...sessions, session]))}
          >
            加{label} {session.join('–')}
          </Button>
        ))}
      </div>
    </div>
  );
}
