import ts from 'typescript';

const partsOf = (type) => {
  const known = type.getConstraint?.() ?? type;
  return known.isUnion() ? known.types : [known];
};
/** Numbers, names of a closed list, and what nothing is known of: nobody outside can say `constructor` there. */
const CLOSED = ts.TypeFlags.NumberLike | ts.TypeFlags.StringLiteral | ts.TypeFlags.Any | ts.TypeFlags.ESSymbolLike;
const isClosed = (type) => partsOf(type).every(({ flags }) => (flags & CLOSED) !== 0);

/** Whether values lie under any name: a dictionary, and no array or list of known names. */
const isDictionary = (type) => partsOf(type).some((part) => part.getStringIndexType() !== undefined);

/** Written to, and not read. */
const isTarget = (node) =>
  (node.parent.type === 'AssignmentExpression' && node.parent.left === node && node.parent.operator === '=') ||
  (node.parent.type === 'UnaryExpression' && node.parent.operator === 'delete');

/** What is looked up under a name from outside is what somebody wrote there, never what every object inherits. */
export const ownValuesRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { own: 'ownValue(record, key): under `constructor` every object has something that nobody wrote there. Or a Map.' },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    return {
      'MemberExpression[computed=true]': (node) => {
        if (node.property.type === 'Literal' || isTarget(node)) return;
        if (isClosed(services.getTypeAtLocation(node.property)) || !isDictionary(services.getTypeAtLocation(node.object))) return;
        context.report({ node, messageId: 'own' });
      },
    };
  },
};
