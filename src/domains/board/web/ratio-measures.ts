/** The ratio of the policy's 30 % and its two halves, as the pack names them. */
export const ratioMeasures = { ratio: 's3.ratio', numerator: 's3.talentLed', denominator: 's3.signedOrStarted' } as const;
