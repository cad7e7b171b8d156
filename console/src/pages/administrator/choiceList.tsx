import { Button } from 'antd';
import { useState } from 'react';
import { Icon } from '../../components/icon';

interface Choice {
  id: string;
  name: string;
  phoneMasked: string;
}
interface Props {
  items: Choice[];
  busy: boolean;
  onChoose: (choice: Choice) => void;
  onAdd: () => void;
}

/** The names to choose from. One click sends the code: the phone shown says where it goes. */
export function ChoiceList({ items, busy, onChoose, onAdd }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <>
      <p className="administrator__ask">请选择您的姓名，系统会向登记的手机发送验证码。</p>
      <ul className="administrator__list">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="administrator__choice"
              disabled={busy}
              aria-busy={busy && chosen === item.id}
              onClick={() => {
                setChosen(item.id);
                onChoose(item);
              }}
            >
              <span className="administrator__mark">{item.name.slice(0, 1)}</span>
              <b>{item.name}</b>
              <span className="mono soft">{item.phoneMasked}</span>
              <Icon name="forward" size={16} />
            </button>
          </li>
        ))}
      </ul>
      <Button block size="large" disabled={busy} onClick={onAdd}>
        名单里没有我，新增管理员
      </Button>
    </>
  );
}
