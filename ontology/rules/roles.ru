# Who holds or has held a post of some kind belongs to the class of its holders (bkg:Minister,
# bkg:Ambassador, ...), and the post to the class of such posts. The classes of each kind of
# office are named in offices.ttl; the reasoner derives the same from their definitions.
# A post is described wherever it is mentioned: without the inner DISTINCT every mention would
# be joined with every other.
PREFIX bkg: <https://w3id.org/bilateral-kg/ontology#>
PREFIX graph: <https://w3id.org/bilateral-kg/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT { GRAPH graph:inferred { ?person a ?class } }
WHERE {
  { SELECT DISTINCT ?post ?office { GRAPH ?described { ?post bkg:office ?office } } }
  { SELECT DISTINCT ?post ?person { GRAPH ?stated { ?tenure bkg:post ?post ; bkg:holder ?person } } }
  { SELECT DISTINCT ?office ?class {
      GRAPH graph:reference {
        ?office bkg:holderClass ?direct .
        ?direct rdfs:subClassOf* ?class .
        ?class rdfs:subClassOf+ bkg:Person
      } } }
} ;

INSERT { GRAPH graph:inferred { ?post a ?class } }
WHERE {
  { SELECT DISTINCT ?post ?office { GRAPH ?described { ?post bkg:office ?office } } }
  { SELECT DISTINCT ?office ?class {
      GRAPH graph:reference {
        ?office bkg:postClass ?direct .
        ?direct rdfs:subClassOf* ?class .
        ?class rdfs:subClassOf+ bkg:Post
      } } }
}
