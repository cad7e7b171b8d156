import { SearchBox as Box } from '@/components/search-box/searchBox';
import './parts.scss';

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
}

/** Where people are looked for: part of a name, or a whole number (numbers are stored sealed and found only whole). */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  return (
    <Box
      id="people-q"
      value={value}
      onChange={onChange}
      label="查找人员"
      placeholder="姓名，或完整的证件号、卡号"
    />
  );
}
