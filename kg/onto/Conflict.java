import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyManager;

/**
 * Prints a smallest set of assertions about individuals that contradict the classes and
 * properties of an ontology file: none can be left out. Prints nothing if the classes and
 * properties contradict themselves. Method: QuickXplain (Junker, AAAI 2004).
 */
public final class Conflict {
    private static OWLOntologyManager manager;
    private static OWLOntology ontology;

    public static void main(String[] arguments) throws Exception {
        manager = OWLManager.createOWLOntologyManager();
        ontology = manager.loadOntologyFromOntologyDocument(new File(arguments[0]));
        TreeMap<String, OWLAxiom> sorted = new TreeMap<>();
        for (OWLAxiom axiom : ontology.getABoxAxioms(false)) {
            if (!axiom.isOfType(AxiomType.DIFFERENT_INDIVIDUALS)) {
                sorted.put(axiom.toString(), axiom);
            }
        }
        List<OWLAxiom> assertions = new ArrayList<>(sorted.values());
        manager.removeAxioms(ontology, new HashSet<>(assertions));
        if (consistent(List.of())) {
            for (OWLAxiom axiom : conflict(List.of(), false, assertions)) {
                System.out.println("assertion\t" + axiom.toString().replaceAll("\\s+", " "));
            }
        }
    }

    /** Returns the members of candidates that contradict one another, given the background. */
    private static List<OWLAxiom> conflict(
            List<OWLAxiom> background, boolean grown, List<OWLAxiom> candidates) {
        if (grown && !consistent(background)) {
            return List.of();
        }
        if (candidates.size() < 2) {
            return candidates;
        }
        List<OWLAxiom> first = candidates.subList(0, candidates.size() / 2);
        List<OWLAxiom> second = candidates.subList(candidates.size() / 2, candidates.size());
        List<OWLAxiom> right = conflict(joined(background, first), true, second);
        List<OWLAxiom> left = conflict(joined(background, right), !right.isEmpty(), first);
        return joined(left, right);
    }

    private static boolean consistent(List<OWLAxiom> assertions) {
        Set<OWLAxiom> added = new HashSet<>(assertions);
        manager.addAxioms(ontology, added);
        Reasoner reasoner = new Reasoner(ontology);
        boolean answer = reasoner.isConsistent();
        reasoner.dispose();
        manager.removeAxioms(ontology, added);
        return answer;
    }

    private static List<OWLAxiom> joined(List<OWLAxiom> first, List<OWLAxiom> second) {
        List<OWLAxiom> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
