import fc from 'fast-check';

/** Days at the edges of windows, some in the middle, some in the years beside. */
const days = [
  '2020-12-31', '2021-01-01', '2021-02-28', '2021-03-31', '2021-04-01', '2021-06-15', '2021-06-30', '2021-07-01', '2021-10-08', '2021-12-31',
  '2022-01-01', '2022-02-28', '2022-03-01', '2022-03-31', '2022-06-30', '2022-07-01', '2022-09-30', '2022-11-11', '2022-12-31', '2023-01-01',
];
export const day = fc.constantFrom(...days);

/** The day on which histories are told: after all that they tell of. */
export const TODAY = '2023-02-10';
