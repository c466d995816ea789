/** Much of everything, several times over: seven calls of subgraphs, an answer of about 88 KB. */
export const bigQuery = `fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }
query Big {
  users {
    ...User
    reviews {
      ...Review
      product {
        ...Product
        reviews {
          ...Review
          author { ...User reviews { ...Review product { ...Product } } }
        }
      }
    }
  }
  topProducts {
    ...Product
    reviews {
      ...Review
      author { ...User reviews { ...Review product { ...Product } } }
    }
  }
}`;

/** One hop: products, then what one other subgraph says of them. */
export const smallQuery = `query Small { topProducts { name reviews { id body } } }`;
