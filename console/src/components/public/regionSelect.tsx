import { Select } from 'antd';
import { client } from '../../api/session';
import { useLoad } from '../../hooks/useLoad';
import { NATION, nearestListed } from './region';

interface Props {
  /** GB/T 2260, `00` for the whole country. */
  region: string;
  onChange: (region: string) => void;
}

/** The regions that have published anything. */
export function RegionSelect({ region, onChange }: Props) {
  const { data } = useLoad(() => client.notices.publicRegions({}), []);
  const listed = data?.items ?? [];
  const options = listed.map(({ regionCode, name }) => ({ value: regionCode, label: name }));
  const all = options.some(({ value }) => value === NATION)
    ? options
    : [{ value: NATION, label: '全国' }, ...options];
  return (
    <Select
      className="public-region"
      aria-label="地区"
      value={nearestListed(
        all.map(({ value }) => value),
        region,
      )}
      options={all}
      loading={data === null}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={onChange}
    />
  );
}
