import { TITLES, type Title } from '@common/terms';

const SERIES = {
  医师: [
    'chiefPhysician',
    'associateChiefPhysician',
    'attendingPhysician',
    'physician',
    'assistantPhysician',
  ],
  护理: ['chiefNurse', 'associateChiefNurse', 'supervisorNurse', 'seniorNurse', 'nurse'],
  药学: ['chiefPharmacist', 'associateChiefPharmacist', 'supervisorPharmacist', 'pharmacist'],
  技术: ['chiefTechnician', 'associateChiefTechnician', 'supervisorTechnician', 'technician'],
} as const satisfies Record<string, readonly Title[]>;

export interface TitleGroup {
  name: string;
  options: { value: Title; label: string }[];
}

const option = (value: Title) => ({ value, label: TITLES[value] });
const listed = new Set<Title>(Object.values(SERIES).flat());

/** The titles by series, so that one looks through five instead of twenty; what belongs to none stands last. */
export const TITLE_GROUPS: readonly TitleGroup[] = [
  ...Object.entries(SERIES).map(([name, titles]) => ({ name, options: titles.map(option) })),
  {
    name: '其他',
    options: (Object.keys(TITLES) as Title[]).filter((title) => !listed.has(title)).map(option),
  },
];
