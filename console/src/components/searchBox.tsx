import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Icon } from './icon';

interface Props {
  value: string;
  placeholder: string;
  onSearch: (q: string) => void;
}

/** Searches on Enter, on the button and when it is cleared; follows the address it stands for. */
export function SearchBox({ value, placeholder, onSearch }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <form
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <Input
        value={text}
        maxLength={40}
        allowClear
        aria-label={placeholder}
        placeholder={placeholder}
        prefix={<Icon name="search" size={16} />}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value === '' && value !== '') {
            onSearch('');
          }
        }}
      />
      <Button htmlType="submit">查询</Button>
    </form>
  );
}
